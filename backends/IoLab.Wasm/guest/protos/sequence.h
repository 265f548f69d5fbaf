/* What the files of Sequence share. */
#ifndef IO_SEQUENCE_H
#define IO_SEQUENCE_H

#include "../exec/control.h"

/* The receiver if it may be changed; else an exception is being raised. */
Seq *seq_to_change(Value self, Args a);
bool seq_matches_at(const Seq *s, const Seq *other, uint32_t at);

#endif
