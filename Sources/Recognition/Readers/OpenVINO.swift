import COpenVINO
import Foundation

/// The inference library, loaded at run time: nothing of it is needed to build.
final class OpenVINO {
  fileprivate let api: openvino
  fileprivate let core: OpaquePointer

  /// - Parameter cache: the directory of a ``ModelCache``, if any.
  /// - Throws: ``RecognitionFailure/unavailable(_:)`` when the library cannot be loaded.
  init(library: String, cache: String? = nil) throws(RecognitionFailure) {
    var api = openvino()
    if let why = openvino_load(library, &api) {
      throw .unavailable("\(library) cannot be loaded: \(String(cString: why))")
    }
    var core: OpaquePointer?
    let status = api.core_create(&core)
    guard status == 0, let core else {
      throw .unavailable(Self.failure(api, "start", status))
    }
    // Without it networks are prepared anew, which takes longer and is as good.
    if let cache { _ = openvino_keep_in(&api, core, cache) }
    self.api = api
    self.core = core
  }

  deinit { api.core_free(core) }

  fileprivate static func failure(_ api: openvino, _ what: String, _ status: Int32) -> String {
    let why = api.last_error().map { String(cString: $0) } ?? "status \(status)"
    return "OpenVINO cannot \(what) (\(why.prefix(200))); run scripts/setup"
  }
}

/// One network, compiled for this processor, one thread.
struct Network: ~Copyable {
  private let library: OpenVINO
  private let compiled: OpaquePointer
  private let request: OpaquePointer

  /// How many of its operations, prepared for a shape, a network may keep for when the shape comes
  /// again.
  enum Keeping: String {
    /// About those of one shape of the tiny recogniser.
    case some = "100"
    /// Fewer than those of one shape. On 76 pictures a worker held 404 MB with these two and 449 MB
    /// with 5,000 (OpenVINO's own measure) and 100, and took no longer; with none it took a sixth
    /// longer.
    case few = "30"
  }

  /// - Parameter edit: what is made of the model's file before OpenVINO reads it; tells whether the
  ///   file was built as that expects.
  /// - Throws: ``RecognitionFailure/unavailable(_:)`` when the model cannot be loaded.
  init(
    model path: String, arithmetic: Arithmetic, keeping: Keeping, library: OpenVINO,
    edit: ((inout Data) -> Bool)? = nil
  ) throws(RecognitionFailure) {
    let api = library.api
    func check(_ status: Int32, _ what: String) throws(RecognitionFailure) {
      guard status != 0 else { return }
      throw .unavailable(OpenVINO.failure(api, what, status))
    }
    var model: OpaquePointer?
    if let edit {
      guard var file = FileManager.default.contents(atPath: path) else {
        throw .unavailable("the model \(path) is missing or cannot be read; run scripts/setup")
      }
      guard edit(&file) else {
        throw .unavailable("the model \(path) is not built as the measured one; run scripts/setup")
      }
      try check(
        file.withUnsafeBytes {
          api.core_read_model_from_memory_buffer(
            library.core, $0.bindMemory(to: CChar.self).baseAddress, $0.count, nil, &model)
        }, "read \(path)")
    } else {
      try check(api.core_read_model(library.core, path, "", &model), "read \(path)")
    }
    defer { api.model_free(model) }
    var compiled: OpaquePointer?
    try check(
      withUnsafePointer(to: api) {
        openvino_compile(
          $0, library.core, model, arithmetic.rawValue, keeping.rawValue, &compiled)
      }, "prepare \(path)")
    var request: OpaquePointer?
    try check(api.create_infer_request(compiled, &request), "make a request")
    guard let compiled, let request else {
      throw .unavailable("OpenVINO gave nothing to work with; run scripts/setup")
    }
    self.library = library
    self.compiled = compiled
    self.request = request
  }

  deinit {
    library.api.infer_request_free(request)
    library.api.compiled_model_free(compiled)
  }

  /// Runs the network on one picture of three channels.
  ///
  /// - Parameters:
  ///   - input: `3 × height × width` values, channel by channel.
  ///   - body: gets the output's extents and its values, which end with the call.
  /// - Returns: `nil` when the network fails, as for want of memory.
  borrowing func run<Result>(
    _ input: inout [Float], width: Int, height: Int,
    _ body: (_ extents: [Int], UnsafePointer<Float>) -> Result
  ) -> Result? {
    precondition(input.count == 3 * width * height, "a picture has three channels")
    let api = library.api
    return input.withUnsafeMutableBufferPointer { buffer in
      var extents: [Int64] = [1, 3, Int64(height), Int64(width)]
      var tensor: OpaquePointer?
      let made = extents.withUnsafeMutableBufferPointer { extents in
        api.tensor_create_from_host_ptr(
          Int32(OPENVINO_F32), ov_shape_t(rank: 4, dims: extents.baseAddress),
          buffer.baseAddress, &tensor)
      }
      guard made == 0, let tensor else { return nil }
      defer { api.tensor_free(tensor) }
      var output: OpaquePointer?
      guard api.set_input_tensor(request, tensor) == 0, api.infer(request) == 0,
        api.get_output_tensor(request, &output) == 0, let output
      else { return nil }
      defer { api.tensor_free(output) }
      var shape = ov_shape_t()
      var data: UnsafeMutableRawPointer?
      guard api.tensor_get_shape(output, &shape) == 0, api.tensor_data(output, &data) == 0
      else { return nil }
      defer { _ = api.shape_free(&shape) }
      guard let data, let dims = shape.dims else { return nil }
      return body(
        (0..<Int(shape.rank)).map { Int(dims[$0]) }, data.assumingMemoryBound(to: Float.self))
    }
  }
}
