# Several protos: the first that has a slot wins; resend goes on from there.
Swims := Object clone do(move := method("swims"); wet := true)
Flies := Object clone do(move := method("flies"); high := true)
Duck := Object clone setProtos(list(Swims, Flies)) do(
    move := method(resend .. " and walks")
)
Duck type := "Duck"
d := Duck clone
d move println
list(d wet, d high) println
Duck setProtos(list(Flies, Swims))
d move println
Duck removeProto(Flies)
d move println
d ?high println
