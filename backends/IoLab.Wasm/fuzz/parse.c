/* What libFuzzer calls: a text is parsed, compiled in both ways, printed and parsed again. Nothing of it is run. scripts/fuzz-guest builds and runs it. */
#include <stdlib.h>

#include "exec/compile.h"
#include "exec/interp.h"
#include "exec/layout.h"
#include "lang/message.h"
#include "protos/table.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void compile_all(Message *chain, int depth)
{
    for (Message *m = chain; m && depth < 50; m = m->next) {
        for (uint32_t i = 0; i < arg_count(m); i++)
            compile_all(arg_at(m, i), depth + 1);
    }
    if (chain)
        code_of(chain, NULL, VARIANT_CHAIN);
}

/* As a method's body: registers in place of names. */
static void compile_as_block(Message *chain)
{
    Block *b = (Block *)object_new_kind(K_BLOCK, PROTO(Block));
    b->body = chain;
    code_of_block(b);
}

static Message *parsed(const char *text, size_t length)
{
    char *error;
    Message *chain = parse(text, length, SYM(doString), true, false, &error);
    free(error);
    return error ? NULL : chain;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static bool is_ready;
    if (!is_ready) {
        Value ignored;
        world_create();
        world_begin();
        machine_run(NULL, from_ref(PROTO(Lobby)), PROTO(Lobby), &ignored); /* collections need a coroutine */
        is_ready = true;
    }
    Message *chain = parsed((const char *)data, size);
    if (chain) {
        compile_all(chain, 0);
        compile_as_block(chain);
        Buffer text = {0};
        print_chain(chain, &text);
        parsed(text.data ? text.data : "", text.length);
        buffer_free(&text);
    }
    gc_safepoint();
    return 0;
}
