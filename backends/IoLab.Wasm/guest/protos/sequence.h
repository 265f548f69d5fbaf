/* What the files of Sequence share. */
#ifndef IO_SEQUENCE_H
#define IO_SEQUENCE_H

#include "../exec/control.h"

/* The receiver if it may be changed; else an exception is being raised. */
Seq *seq_to_change(Value self, Args a);
/* The same, the error naming another message. */
Seq *seq_to_change_as(Value self, Args a, const char *name);
int64_t seq_find_before_end(const Seq *s, const Seq *sought, uint32_t from);
bool seq_matches_at(const Seq *s, const Seq *other, uint32_t at);

#endif
