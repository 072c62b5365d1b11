const words = (text: string): string[] => text.split(' ')

/** Strings that some reader of YAML takes for something else, or cannot read at all unless they are quoted well. */
export const traps: readonly string[] = [
  ...words('y Y yes Yes YES n N no No on On ON off OFF true True FALSE ~ null Null NULL = << !a !!a &a *a @a `a %a'),
  ...words('0 -0 +1 012 0o14 0O14 0x1F -0xaf 0b101 0b-1 0_x1 1_000 -_1 1e_+3 1,000 _ _1 1.5 .5 5. 1. -1.5e3 1e3 1E+3'),
  ...words('1e999 e5 e1234567 E-5 .e5 1e . - + -. 1.2.3 0.1. .inf -.INF +.Inf .nan .NaN inf NaN 12:30 1:20:30 -1:20.5'),
  ...words('8080:80 0:0:0 2001-01-01 2001-1-1 2001-01-01T00:00:00Z 2001-01-01-alpine -a -- --- ... --a=b ? ?a : :a ::'),
  ...words('a:b a: # :# a# a#b a:#b [ ] [a] a[0] { } {} {a} a, ,a , a{b | |- > >+ a|b < $(A) " "" "a" \\ \\n'),
  ...words('\0 \x07 \b \x1B \x7F \x80 \x85 \x9F \u2028 \u2029 \u202E \uFEFF \uFFFD \uFFFE \uFFFF \u{1FFFE} \u{10FFFF}'),
  ...words("' '' it's '\" \u200B \u00A0 \u3000 é 日本 🦊 👩‍👩‍👧 __proto__ constructor"),
  ...['', ' ', '  ', '\t', '\n', '\r', '\v', '\f', '\n\n', '\r\n', '\t\n', ' \n', '\n \n', ' a', 'a ', 'a\t', '\ta'],
  ...['- a', '--- a', '... a', '? a', ': a', 'a: b', 'a: ', 'a :b', 'a #b', '# a', ' #', 'a\tb', 'a\t#b', '{a: b}'],
  ...['{{ a }}', '%YAML 1.1', '!!str a', '2001-01-01 10:00:00 +1', '2001-01-01 at noon', "it's: a", "'\\: ", '"a" # b'],
  ...['a\nb', 'a\n', 'a\n\n', '\na', '\n\na\n', ' a\nb', '  \na', '\n a\nb\n', 'a\n  b\n', 'a\n\n\nb', 'a\n \nb'],
  ...['a \nb', '\ta\nb', '\n\ta', ' \ta\nb', 'a\n\tb', 'a\n ', 'a\n\t', 'a \n', 'a\n \n', 'a\r\nb', '|\na'],
  ...['a\u2028\nb', 'a\0\nb', '\uFEFFa\nb', '🦊\n日本\n', '# a\nb', '- a\n- b', 'a: b\nc: d\n', '---\na', 'a\n---\nb'],
  ...['a\x85b\nc', '...\n', '%a\nb'],
]
