# Literals assigned to locals and to slots of self, over and over: new ones, known ones, some that hold methods, some in locals that are an object.
fresh := method(
    3 repeat(a := 1; b := "two"; c := nil; d := true)
    list(a, b, c, d)
)
fresh println

updated := method(a, b,
    3 repeat(a = 1; b = "two")
    list(a, b, a = 3, b = nil)
)
updated(5, 6) println

chained := method(a := b := 4; list(a, b))
chained println

unknown := method(3 repeat(e := try(neverDefined = 1)); e error)
unknown println

early := method(n,
    seen := list
    3 repeat(i, if(i > 0, late = i); late := 10; late = 20; seen append(late))
    seen
)
try(early(1) println) catch(Exception, e error println)
early2 := method(later = 5; later := 6; later)
e := try(early2 println)
if(e, e error println)

held := method(
    f := method(7)
    first := f
    f = 8
    second := f
    f := "nine"
    list(first, second, f)
)
held println

Counter := Object clone do(
    count := 0
    mode := "none"
    inherited := method(count = 1; mode = "one"; count = nil; count = 2; list(count, mode))
    own := method(3 repeat(count = 5; mode = "five"); list(count, mode))
)
c1 := Counter clone
c1 inherited println
c1 own println
c1 slotNames sort println
Counter count println
Counter mode println

moved := method(
    x := 1
    peek := block(x)
    3 repeat(x = 2; y := 3; x = "four")
    x = 5
    y := 6
    list(x, y, peek call, thisLocalContext slotNames contains("y"))
)
moved println

behind := Object clone do(
    slot := 0
    run := method(
        local := 1
        peek := block(local)
        3 repeat(slot = 9; local = 8)
        slot = "ten"
        list(slot, local, peek call)
    )
)
behind run println
behind clone run println

replaced := method(
    x := 0
    seen := list
    updateSlot := method(name, value, seen append(name, value); value)
    2 repeat(x = 1; seen append(x))
    list(x, seen)
)
replaced println

answers := method(x := 0; list(x := 1, x = 2, (x = 3) + 1, x))
answers println

argument := method(v, v)
inArguments := method(x := 0; list(argument(x = 4), x, argument(x := 5), x))
inArguments println
nested := method(x := 0; list(1) foreach(v, x = 7); list(2) map(v, x = v); x)
nested println
e := try(nowhere = 3)
e error println
