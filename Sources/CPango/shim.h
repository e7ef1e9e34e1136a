#ifndef XIAOPIAO_CPANGO_H
#define XIAOPIAO_CPANGO_H
#include <cairo.h>
#include <pango/pangocairo.h>
#endif
