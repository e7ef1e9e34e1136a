#ifndef XIAOPIAO_CTURBOJPEG_H
#define XIAOPIAO_CTURBOJPEG_H
#include <turbojpeg.h>
#endif
