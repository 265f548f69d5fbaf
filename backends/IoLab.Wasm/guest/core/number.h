/* Numbers as text and back. */
#ifndef IO_NUMBER_H
#define IO_NUMBER_H

#include "value.h"

enum { NUMBER_TEXT_MAX = 64 };

/* As `asString` without arguments writes it; answers the length. */
size_t number_text(double d, char *to);
/* As C's %*.*f. Answers the length; `to` has room for width + decimals + 330. */
size_t number_text_fixed(double d, int width, int decimals, char *to);
/* As C's strtod on the beginning of a text; *used is how much it took. */
double number_parse(const char *text, size_t length, size_t *used);

#endif
