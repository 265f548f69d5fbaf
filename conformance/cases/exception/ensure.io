# Cleaning up after an exception.
log := list()
ensure := method(
    e := try(r := call evalArgAt(0))
    call evalArgAt(1)
    e pass
    r
)
ensure(5, log append("done")) println
try(ensure(Exception raise("x"), log append("cleaned"))) error println
log println
