# Raises exceptions of two kinds through several calls, catches them by kind, passes some on to an outer try.
# unit: ns
# default: no
# expect: 250 125 125 500

NotEnough := Exception clone
NoSuchAccount := Exception clone

Account := Object clone do(
    balance := 100

    withdraw := method(amount,
        if(amount > balance, NotEnough raise("balance is " .. balance))
        amount
    )
)

Bank := Object clone do(
    account := Account clone

    find := method(number,
        if(number < 0, NoSuchAccount raise("no account " .. number))
        account
    )

    transfer := method(number, amount, depth,
        if(depth > 0, transfer(number, amount, depth - 1), find(number) withdraw(amount))
    )
)

benchmark := Object clone do(
    setup := method(nil)

    run := method(n,
        n repeat(answer := transfers)
        answer
    )

    transfers := method(
        notEnough := 0
        noAccount := 0
        passedOn := 0
        succeeded := 0
        250 repeat(i,
            try(
                Bank transfer(i, 200, i % 5)
            ) catch(NoSuchAccount, noAccount = noAccount + 1) catch(NotEnough, notEnough = notEnough + 1)
            outer := try(
                inner := try(Bank transfer(if(i % 2 == 0, -1, 1), 200, 3))
                inner catch(NoSuchAccount, noAccount = noAccount + 1) pass
            )
            outer catch(NotEnough, passedOn = passedOn + 1)
            try(succeeded = succeeded + Bank transfer(i, 1, 2))
            try(succeeded = succeeded + Bank transfer(i, 1, 2)) catch(Exception, noAccount = 0)
        )
        list(notEnough, noAccount, passedOn, succeeded) join(" ")
    )
)
