# An exception may carry the one that led to it.
e := try(
    cause := try(Exception raise("cause"))
    Exception raise("effect", cause)
)
e error println
e nestedException error println
e nestedException nestedException println
e := try(Exception raise("single"))
e nestedException println
