# What is cloned over and over gains an init, loses it, and becomes another thing.
Point := Object clone do(x := 0)
make := method(proto, n, made := list; n repeat(made append(proto clone)); made)
make(Point, 3) map(x) println
Point init := method(self x := x + 1)
make(Point, 3) map(x) println
Point removeSlot("init")
make(Point, 3) map(x) println
Object oldInit := Object getSlot("init")
Point2 := Point clone
make(Point2, 2) map(x) println
Point init := method(self x := "inherited")
make(Point2, 2) map(x) println
make(Point, 2) map(proto == Point) println
Point removeSlot("init")
make(Point2, 2) map(x) println
Point2 clone := method("no clone")
make(Point2, 2) println
Point2 removeSlot("clone")
make(Point2, 2) map(proto == Point2) println
kinds := list(Point, list(1, 2), "text", 3, nil, true, Map clone, block(1), Date)
2 repeat(kinds map(k, c := k clone; c type) println)
copies := method(l, c := l clone; c append(4); list(l size, c size))
3 repeat(copies(list(1, 2, 3)) println)
inLocal := method(
    clone := Object getSlot("clone")
    thisContext := getSlot("thisContext")
    4 repeat(a := thisContext; b := clone)
    list(a == thisLocalContext, b type)
)
e := try(inLocal println)
if(e, e error println)
