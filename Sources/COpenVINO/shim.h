#ifndef XIAOPIAO_COPENVINO_H
#define XIAOPIAO_COPENVINO_H
#include <dlfcn.h>
#include <stddef.h>
#include <stdint.h>

// The part of OpenVINO's C interface (2026.4) that is used, loaded at run time: nothing of it is
// needed to build, and a machine without it goes on with the other reader.

typedef struct ov_core ov_core_t;
typedef struct ov_model ov_model_t;
typedef struct ov_compiled_model ov_compiled_model_t;
typedef struct ov_infer_request ov_infer_request_t;
typedef struct ov_tensor ov_tensor_t;
typedef struct { int64_t rank; int64_t *dims; } ov_shape_t;

/// ov_element_type_e: 32-bit floating point.
enum { OPENVINO_F32 = 4 };

struct openvino {
  void *library;
  int (*core_create)(ov_core_t **);
  void (*core_free)(ov_core_t *);
  int (*core_set_property)(const ov_core_t *, const char *, ...);
  int (*core_read_model)(const ov_core_t *, const char *, const char *, ov_model_t **);
  int (*core_read_model_from_memory_buffer)(const ov_core_t *, const char *, size_t,
                                            const ov_tensor_t *, ov_model_t **);
  void (*model_free)(ov_model_t *);
  int (*core_compile_model)(const ov_core_t *, const ov_model_t *, const char *, size_t,
                            ov_compiled_model_t **, ...);
  void (*compiled_model_free)(ov_compiled_model_t *);
  int (*create_infer_request)(const ov_compiled_model_t *, ov_infer_request_t **);
  void (*infer_request_free)(ov_infer_request_t *);
  int (*set_input_tensor)(ov_infer_request_t *, const ov_tensor_t *);
  int (*get_output_tensor)(const ov_infer_request_t *, ov_tensor_t **);
  int (*infer)(ov_infer_request_t *);
  int (*tensor_create_from_host_ptr)(int, ov_shape_t, void *, ov_tensor_t **);
  int (*tensor_data)(const ov_tensor_t *, void **);
  int (*tensor_get_shape)(const ov_tensor_t *, ov_shape_t *);
  void (*tensor_free)(ov_tensor_t *);
  int (*shape_free)(ov_shape_t *);
  const char *(*last_error)(void);
};

/// Loads the library and finds every function. NULL when all is there, otherwise what is missing.
static inline const char *openvino_load(const char *path, struct openvino *api) {
  api->library = dlopen(path, RTLD_NOW | RTLD_LOCAL);
  if (!api->library) return dlerror();
#define XIAOPIAO_FIND(field, name) \
  *(void **)&api->field = dlsym(api->library, name); \
  if (!api->field) return name " is missing in the library"
  XIAOPIAO_FIND(core_create, "ov_core_create");
  XIAOPIAO_FIND(core_free, "ov_core_free");
  XIAOPIAO_FIND(core_set_property, "ov_core_set_property");
  XIAOPIAO_FIND(core_read_model, "ov_core_read_model");
  XIAOPIAO_FIND(core_read_model_from_memory_buffer, "ov_core_read_model_from_memory_buffer");
  XIAOPIAO_FIND(model_free, "ov_model_free");
  XIAOPIAO_FIND(core_compile_model, "ov_core_compile_model");
  XIAOPIAO_FIND(compiled_model_free, "ov_compiled_model_free");
  XIAOPIAO_FIND(create_infer_request, "ov_compiled_model_create_infer_request");
  XIAOPIAO_FIND(infer_request_free, "ov_infer_request_free");
  XIAOPIAO_FIND(set_input_tensor, "ov_infer_request_set_input_tensor");
  XIAOPIAO_FIND(get_output_tensor, "ov_infer_request_get_output_tensor");
  XIAOPIAO_FIND(infer, "ov_infer_request_infer");
  XIAOPIAO_FIND(tensor_create_from_host_ptr, "ov_tensor_create_from_host_ptr");
  XIAOPIAO_FIND(tensor_data, "ov_tensor_data");
  XIAOPIAO_FIND(tensor_get_shape, "ov_tensor_get_shape");
  XIAOPIAO_FIND(tensor_free, "ov_tensor_free");
  XIAOPIAO_FIND(shape_free, "ov_shape_free");
  XIAOPIAO_FIND(last_error, "ov_get_last_err_msg");
#undef XIAOPIAO_FIND
  return NULL;
}

/// Where prepared models are kept; variadic, which Swift does not call.
static inline int openvino_keep_in(const struct openvino *api, const ov_core_t *core,
                                   const char *directory) {
  return api->core_set_property(core, "", "CACHE_DIR", directory);
}

/// Compiles for the CPU with one stream and one thread; the function is variadic, which Swift does
/// not call.
///
/// precision: OpenVINO's name of the arithmetic, f32 or bf16. kept: how many prepared operations
/// it may keep for shapes it has met.
static inline int openvino_compile(const struct openvino *api, const ov_core_t *core,
                                   const ov_model_t *model, const char *precision,
                                   const char *kept, ov_compiled_model_t **compiled) {
  // Unpinned: every process would pin its one thread to the same first core.
  return api->core_compile_model(core, model, "CPU", 10, compiled, "INFERENCE_PRECISION_HINT",
                                 precision, "NUM_STREAMS", "1", "INFERENCE_NUM_THREADS", "1",
                                 "ENABLE_CPU_PINNING", "NO", "CPU_RUNTIME_CACHE_CAPACITY", kept);
}
#endif
