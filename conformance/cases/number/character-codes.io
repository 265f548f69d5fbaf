# Numbers as character codes: letters, digits, case.
writeln(list(65, 97, 48, 32, 95) map(isLetter))
writeln(list(65, 97, 48, 32, 95) map(isDigit))
writeln(list(65, 97, 48, 32, 95) map(isUppercase))
writeln(list(65, 97, 48, 32, 95) map(isLowercase))
writeln(list(65, 97, 48) map(asLowercase), list(65, 97, 48) map(asUppercase))
writeln(list(65, 97, 48) map(asCharacter))
