# A small hierarchy: overriding, calling up, implicit self, shared and own state.
# divergence: the reference caches what one message found and takes it for other clones
Animal := Object clone do(
    name ::= "?"
    sound := method("...")
    speak := method(name .. " says " .. sound)
    describe := method("[" .. self type .. " " .. speak .. "]")
)
Dog := Animal clone do(sound := method("woof"))
Loud := Dog clone do(
    sound := method(resend asUppercase)
    describe := method(super(describe) .. "!")
)
list(Animal clone setName("a"), Dog clone setName("d"), Loud clone setName("l")) foreach(describe println)
Animal sound := method("changed")
Animal clone speak println
Dog clone speak println
Dog removeSlot("sound")
Loud clone setName("late") speak println
