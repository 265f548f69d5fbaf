/* Frames as programs see them (docs/frames.md). */
#ifndef IO_EVAL_FRAME_H
#define IO_EVAL_FRAME_H

#include "../exec/portable.h"

/* What a frame awaits, in the reference's words. */
Value state_of_portable(const Portable *p);

#endif
