package cn.gdpilot.domain.project;

import cn.gdpilot.domain.text.Refusal;

/**
 * Unified social credit code (GB 32100-2015): 18 characters, the last of which checks the others.
 *
 * @param value upper case
 */
public record CreditCode(String value) {

    private static final String CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    /**
     * Reads a code as a person typed it.
     *
     * @throws Refusal if it is not 18 characters of the standard's set or the check character is wrong
     */
    public static CreditCode parse(String text) {
        String code = text == null ? "" : text.strip().toUpperCase();
        if (code.length() != 18 || !code.chars().allMatch(c -> CHARACTERS.indexOf(c) >= 0)) {
            throw Refusal.invalid("credit-code.form");
        }
        if (checkCharacter(code) != code.charAt(17)) {
            throw Refusal.invalid("credit-code.check");
        }
        return new CreditCode(code);
    }

    /** The area code of the authority that registered it: characters 3 to 8, e.g. 440106. */
    public static String areaOf(String code) {
        return code.substring(2, 8);
    }

    /** The area code of the city in which it was registered, e.g. 440100; 440000 for the province, 100000 for the state. */
    public static String cityOf(String code) {
        return code.substring(2, 6) + "00";
    }

    /** The check character that belongs to the first 17 characters. */
    public static char checkCharacter(String code) {
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < 17; i++) {
            sum += CHARACTERS.indexOf(code.charAt(i)) * weight;
            weight = weight * 3 % 31;
        }
        return CHARACTERS.charAt((31 - sum % 31) % 31);
    }
}
