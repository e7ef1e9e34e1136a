#ifndef XIAOPIAO_CTESSERACT_H
#define XIAOPIAO_CTESSERACT_H
#include <leptonica/allheaders.h>
#include <tesseract/capi.h>
#endif
