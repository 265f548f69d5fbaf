# What operators compute goes to a local: assigned or not before, in registers or in the locals object, with operands that are numbers or something else.
walk := method(n,
    a := 1
    b := 2
    sum := 0
    for(i, 1, n,
        c := a + b
        a = b - c
        b = c * 2 + a
        sum = sum + a * b
        twice := sum + sum
        sum = twice - sum
    )
    list(a, b, sum)
)
walk(10) println

# A local that is not assigned on every way cannot be updated, and a slot of self of this name can.
Holder := Object clone do(
    late := 100
    update := method(flag, x,
        if(flag, late := x)
        late = x + x
        late
    )
    fresh := method(flag, x,
        if(flag, early := x)
        early = x + x
        early
    )
)
h := Holder clone
h update(true, 2) println
h late println
h update(false, 3) println
h late println
h fresh(true, 4) println
e := try(h fresh(false, 5))
e error println

# Other operands than numbers.
Vec := Object clone do(
    x := 0
    with := method(n, v := self clone; v x = n; v)
    + := method(o, Vec with(x + o x))
    - := method(o, Vec with(x - o x))
)
add := method(p, q,
    s := p + q
    s = s - q
    s = q + s
    s
)
add(1, 2) println
add(Vec with(1), Vec with(2)) x println

# The locals have become an object, before or on the way.
moved := method(x,
    y := x * 2
    keep := thisLocalContext
    y = x + y
    z := y - x
    z = z * x
    list(keep y, keep z, y, z)
)
moved(5) println
onTheWay := method(x,
    y := 0
    k := nil
    3 repeat(
        y = x + y
        k = block(y)
    )
    y = y - x
    list(y, k call)
)
onTheWay(7) println

# A local holds a method, is removed, or is read before it is assigned.
odd := method(x,
    f := method(10)
    f = x + x
    f
)
odd(3) println
gone := method(x,
    y := 1
    thisLocalContext removeSlot("y")
    try(y = x + x) error
)
gone(3) println
before := method(x,
    try(y = x + 1) error println
    y := x + 1
    y = x - y
    y
)
before(4) println

# In a condition.
steps := method(limit,
    isWithin := true
    n := 0
    while(isWithin and n < limit,
        n = n + 1
        if(n > 5 and n % 2 == 0, isWithin = false)
    )
    n
)
steps(3) println
steps(100) println
compare := method(a, b, if(a and b < 3, "yes", "no"))
compare(true, 2) println
compare(true, 4) println
compare(nil, 2) println
compare(false, "x") println
compare("s", 1) println
Odd := Object clone do(< := method(o, o * 10))
compare(true, Odd) println
Odd < = method(o, nil)
compare(true, Odd) println
Odd < = method(o, false)
compare(1, Odd) println
either := method(a, b, if(a or b >= 3, "yes", "no"))
list(either(nil, 3), either(nil, 1), either(true, 1), either(false, 9)) println
