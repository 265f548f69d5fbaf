# delegateTo performs the same message elsewhere, delegateToMethod under another name.
o := Object clone do(
    items := list(3, 1, 2)
    size := method(call delegateTo(items))
    at := method(call delegateTo(items))
    sorted := method(call delegateToMethod(items, "sort"))
    item := method(call delegateToMethod(items, "at"))
)
i := 1
writeln(o size, o at(i), o sorted, o item(i + 1))
