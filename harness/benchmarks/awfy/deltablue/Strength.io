# How strong a constraint is. Strengths are named by symbols; there is one strength of each.

StrengthSymbol := Object clone do(
    customHash := 0

    with := method(hash,
        symbol := self clone
        symbol customHash = hash
        symbol
    )
)

Strength := Object clone do(
    absoluteStrongest := StrengthSymbol with(0)
    required := StrengthSymbol with(1)
    strongPreferred := StrengthSymbol with(2)
    preferred := StrengthSymbol with(3)
    strongDefault := StrengthSymbol with(4)
    default := StrengthSymbol with(5)
    weakDefault := StrengthSymbol with(6)
    absoluteWeakest := StrengthSymbol with(7)

    symbol := nil
    arithmeticValue := 0

    with := method(aSymbol, aValue,
        strength := self clone
        strength symbol = aSymbol
        strength arithmeticValue = aValue
        strength
    )

    createValues := method(
        values := SomIdentityDictionary clone
        values atPut(absoluteStrongest, -10000)
        values atPut(required, -800)
        values atPut(strongPreferred, -600)
        values atPut(preferred, -400)
        values atPut(strongDefault, -200)
        values atPut(default, 0)
        values atPut(weakDefault, 500)
        values atPut(absoluteWeakest, 10000)
        values
    )

    createConstants := method(values,
        constants := SomIdentityDictionary clone
        values keys forEach(block(key, constants atPut(key, Strength with(key, values at(key)))))
        constants
    )

    of := method(aSymbol, constants at(aSymbol))

    sameAs := method(other, arithmeticValue == other arithmeticValue)

    stronger := method(other, arithmeticValue < other arithmeticValue)

    weaker := method(other, arithmeticValue > other arithmeticValue)

    strongest := method(other, if(other stronger(self), other, self))

    weakest := method(other, if(other weaker(self), other, self))
)

Strength constants := Strength createConstants(Strength createValues)
