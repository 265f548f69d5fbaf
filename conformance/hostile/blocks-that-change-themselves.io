# A method that rewrites its own message while it runs.
# limits: time 3s, memory 200M
# ends: normal, exception, time, memory

f := method(
    getSlot("f") setMessage(message(nil))
    getSlot("f") message setNext(getSlot("f") message)
    1
)
try(f)
g := method(call message setName("g"); call message setNext(call message); 1)
try(g)
f
