# newSlot makes setters with capitalised names.
o := Object clone
o newSlot("size", 3)
o slotNames sort println
o setSize(4) size println
o p ::= nil
o p println
o setP("x") p println
Account := Object clone do(
    balance ::= 0
    owner ::= nil
    deposit := method(n, setBalance(balance + n))
)
a := Account clone setOwner("Ann") deposit(5) deposit(7)
list(a owner, a balance, Account balance) println
