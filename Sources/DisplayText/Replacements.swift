/// Replacements of single ambiguous characters: each word is the character and what stands for it.
///
/// Letters lose their accents or become Latin ones, quotation marks become the corner brackets
/// that Chinese has for them, signs become what one would type.
let replacementWords = """
  ¡! ¤$ §# ¨" ªa ®(R) °度 ±+/- ²2 ³3 ´' ¶# ·・ ¸, ¹1 ºo ¼1/4 ½1/2 ¾3/4 ¿? ÆAE ÐD ×x ØO ÞTh \
  ßss àa áa æae èe ée êe ìi íi ðd òo óo ÷/ øo ùu úu üu þth āa đd ēe ěe ĦH ħh īi ıi ĲIJ ĳij \
  ĸk ĿL ŀl ŁL łl ńn ňn ŉ'n ŊN ŋn ōo ŒOE œoe ŦT ŧt ūu ǎa ǐi ǒo ǔu ǖu ǘu ǚu ǜu ɑa ɡg ˄^ ˇ^ ˉ- \
  ˊ' ˋ` ˍ_ ː: ˘^ ˙' ˚o ˛, ˝" ˟x ΑA ΒB ΓG ΔD ΕE ΖZ ΗH ΘTh ΙI ΚK ΛL ΜM ΝN ΞX ΟO ΠP ΡR ΣS ΤT ΥY \
  ΦF ΧCh ΨPs ΩO αa βb γg δd εe ζz ηh θth ιi κk λl μm νn ξx οo πp ρr σs τt υy φf χch ψps ωo \
  ЁE АA БB ВV ГG ДD ЕE ЖZh ЗZ ИI ЙY КK ЛL МM НN ОO ПP РR СS ТT УU ФF ХKh ЦTs ЧCh ШSh ЩShch \
  Ъ' ЫY Ь' ЭE ЮYu ЯYa аa бb вv гg дd еe жzh зz иi йy кk лl мm нn оo пp рr сs тt уu фf хkh \
  цts чch шsh щshch ъ' ыy ь' эe юyu яya ёe ‐- –- —- ―- ‖|| ‘『 ’』 “「 ”」 †+ ‡+ •* ․. ‥.. …... \
  ‧・ ‰o/oo ′' ″" ‵` ※* ‾- ⁴4 ⁿn ₁1 ₂2 ₃3 ₄4 €EUR ℃度 ℅c/o ℉F ℓl №No. ℡TEL ™TM ΩOhm ÅA ⅓1/3 \
  ⅔2/3 ⅛1/8 ⅜3/8 ⅝5/8 ⅞7/8 ↉0/3 ←<- ↑^ →-> ↓v ↔<-> ↕| ↖\\ ↗/ ↘\\ ↙/ ↸^ ↹-> ⇒=> ⇔<=> ⇧^ ∀A ∂d \
  ∃E ∇V ∈in ∋ni ∏PI ∑S ∕/ √v ∝~ ∞oo ∟L ∠< ∣| ∥|| ∧& ∨v ∩n ∪u ∫S ∬SS ∮S ∴:. ∵.: ∶: ∷:: ∼~ ∽~ \
  ≈~ ≌~ ≒~ ≠!= ≡== ≤<= ≥>= ≦<= ≧>= ≪<< ≫>> ≮!< ≯!> ⊂( ⊃) ⊆(= ⊇)= ⊕(+) ⊙(.) ⊥_|_ ⊿/ ⌒^
  """
