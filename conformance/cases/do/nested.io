# do within do, and definitions inside.
o := Object clone do(
    a := 1
    inner := Object clone do(
        b := 2
        c := try(a) error
        m := method(b)
    )
    d := inner b + a
)
o inner b println
o inner c println
o inner m println
o d println
Object clone do(nil) type println
