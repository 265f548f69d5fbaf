#include "limits.h"

#include "../host/host.h"

void end_run(End end)
{
    if (vm.ended == END_NONE)
        vm.ended = (uint8_t)end;
    vm.alloc_poll = vm.alloc_next;
}

Value over_memory(void)
{
    end_run(END_MEMORY);
    return stop_with(STOP_ABORT, vm.nil);
}

/* What died young counts as much as what lives until the old generation is collected. */
static bool is_memory_full(void)
{
    if (gc_heap_bytes() <= vm.memory_limit)
        return false;
    gc_full();
    frame_load_registers();
    return gc_heap_bytes() > vm.memory_limit;
}

bool limit_reached(void)
{
    if (vm.ended == END_NONE && is_memory_full())
        vm.ended = END_MEMORY;
    if (vm.ended == END_NONE && vm.deadline != 0 && host_monotonic() > vm.deadline)
        vm.ended = END_TIME;
    if (vm.ended == END_NONE && vm.safepoint_limit > 0 && --vm.safepoint_limit < 1)
        vm.ended = END_TIME;
    if (vm.ended == END_NONE)
        return false;
    stop_with(STOP_ABORT, vm.nil);
    return true;
}
