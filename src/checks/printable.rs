//! Which characters the shipped fonts print. The checks have no fonts; that this is what the fonts hold, a test beside
//! them sees to (src/render/fonts/tests.rs).

/// The ideographs beyond the Basic Multilingual Plane that the shipped fonts have; of the plane itself they have all. Nearly
/// all of these are of 通用规范汉字表.
const BEYOND: &str = "𠂇𠂉𠃌𠅤𠘨𠙶𠳐𡎚𡐓𡗗𢦏𣗋𣲗𣲘𣸣𤇾𤈎𤣩𤧛𤨁𤩽𤫉𥔲𥕢𥖨𥻗𦈡𦒍𦙶𦝼𦥑𦭜𦰡𧢲𧺯𧿹𨐈𨙸𨚕𨟠𨭉𨱇𨱏𨱑𨱔𨸏𨺙𩙿𩠐𩽾𩾃𩾌𪟝𪣻𪤗\
    𪨰𪨶𪩘𪾢𫄧𫄨𫄷𫄸𫇭𫌀𫍣𫍯𫍲𫍽𫐄𫐐𫐓𫑡𫓧𫓯𫓶𫓹𫔍𫔎𫔶𫖮𫖯𫖳𫗧𫗴𫘜𫘝𫘦𫘧𫘨𫘪𫘬𫚕𫚖𫚭𫛭𫞩𫟅𫟦𫟹𫟼𫠆𫠊𫠜𫢸𫫇𫭟𫭢𫭼𫮃\
    𫰛𫵷𫶇𫷷𫸩𬀩𬀪𬂩𬃊𬇕𬇙𬇹𬉼𬊈𬊤𬌗𬍛𬍡𬍤𬒈𬒔𬒗𬕂𬘓𬘘𬘡𬘩𬘫𬘬𬘭𬘯𬙂𬙊𬙋𬜬𬜯𬞟𬟁𬟽𬣙𬣞𬣡𬣳𬤇𬤊𬤝𬨂𬨎𬩽𬪩𬬩𬬭𬬮𬬱𬬸\
    𬬹𬬻𬬿𬭁𬭊𬭎𬭚𬭛𬭤𬭩𬭬𬭯𬭳𬭶𬭸𬭼𬮱𬮿𬯀𬯎𬱖𬱟𬳵𬳶𬳽𬳿𬴂𬴃𬴊𬶋𬶍𬶏𬶐𬶟𬶠𬶨𬶭𬶮𬷕𬸘𬸚𬸣𬸦𬸪𬹼𬺈𬺓𭕄屮巽拔爨";

/// Whether a character is an ideograph that no shipped font has: it prints as 〓, unless the founders choose a font of their
/// own that has it.
#[must_use]
pub fn is_unprintable_ideograph(character: char) -> bool {
    matches!(character, '\u{20000}'..='\u{3FFFF}') && !BEYOND.contains(character)
}
