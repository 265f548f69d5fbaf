/* The shape of a block's Locals. */
#ifndef IO_LAYOUT_H
#define IO_LAYOUT_H

#include "../lang/message.h"

Shape *layout_of_block(const Block *block);

#endif
