# addTrait copies slots.
Walker := Object clone do(legs := 4; walk := method("walks on " .. legs))
Dog := Object clone do(name := "Rex")
Dog addTrait(Walker)
Dog walk println
Dog legs = 3
list(Dog legs, Walker legs) println
Dog type println
e := try(Dog addTrait(Object clone do(name := "x")))
e error beginsWithSeq("Slot 'name' already exists in Dog") println
Dog addTrait(Object clone do(name := "renamed"), Map with("name", "otherName"))
list(Dog name, Dog otherName) println
try(Dog addTrait) error println
