/* The proleptic Gregorian calendar in UTC, for any year. */
#ifndef IO_CALENDAR_H
#define IO_CALENDAR_H

#include <stdint.h>

typedef struct Civil {
    int64_t year;
    int month, day; /* from 1 */
    int hour, minute, second;
} Civil;

Civil civil_of_epoch(int64_t seconds);
/* Seconds since 1970. A day past the month's end counts on into the next month. */
int64_t civil_to_epoch(const Civil *c);
int days_in_month(int64_t year, int month);
/* 0 is Sunday. */
int day_of_week(const Civil *c);
/* 0 is the first of January. */
int day_of_year(const Civil *c);
/* The ISO 8601 week: the one that holds this week's Thursday. */
int iso_week(const Civil *c, int64_t *year);

#endif
