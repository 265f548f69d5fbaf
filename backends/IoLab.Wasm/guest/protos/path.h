/* Paths as texts. */
#ifndef IO_PATH_H
#define IO_PATH_H

#include "../core/seq.h"

/* One slash between the two. */
void join_paths(const char *left, const char *right, Buffer *to);
/* From the root; ~ is the home directory. */
void absolute_path(const char *path, Buffer *to);

#endif
