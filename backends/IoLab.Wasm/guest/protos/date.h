/* Dates and durations: Data whose field 0 is a number of seconds. */
#ifndef IO_DATE_H
#define IO_DATE_H

#include "../core/calendar.h"
#include "table.h"

static inline double seconds_of(Value v) { return num_of(((Data *)ref_of(v))->field[0]); }
static inline Value set_seconds(Value v, double seconds)
{
    Data *d = ref_of(v);
    d->field[0] = from_num(seconds);
    gc_wrote_number(d);
    return v;
}

/* The whole seconds before a date; a moment that is not finite or further than the calendar reaches is the epoch. */
int64_t whole_seconds(double seconds);
/* With the directives of C's strftime in its default locale. */
void format_time(Buffer *to, const char *format, size_t length, int64_t seconds);
/* With the directives of C's strptime; false when the text does not fit. */
bool parse_time(Text text, Text format, int64_t *seconds);
/* What a directive that is short for others stands for; else null. */
const char *time_expansion(char directive);
extern const char *const day_names[7], *const month_names[12];

#endif
