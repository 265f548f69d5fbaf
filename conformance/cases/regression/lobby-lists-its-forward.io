# divergence: which slots of the Lobby are methods of the library is an implementation's own affair
# The wasm guest called the Lobby's forward by the name of the Importer's.
println
Lobby getLocalSlot("forward") asString println
