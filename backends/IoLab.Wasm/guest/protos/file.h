/* What the files of File share. */
#ifndef IO_FILE_H
#define IO_FILE_H

#include "../exec/control.h"

/* Empty for none. */
const char *file_path(Value self);
/* Its stream, if it has one, is closed. */
void file_close_stream(Value self);

#endif
