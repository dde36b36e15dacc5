package cn.gdpilot.domain.objection;

import cn.gdpilot.domain.text.Refusal;

/**
 * What somebody says against a list or an outcome.
 *
 * @param applicantId the applicant that says it; null if it is somebody else
 * @param person      name
 * @param contact     telephone or mail address
 * @param words       what
 * @param takenBy     account that hands it in; "public" where nobody is signed in
 */
public record Said(Long applicantId, String person, String contact, String words, String takenBy) {

    /** Hands in where nobody is signed in. */
    public static final String PUBLIC = "public";

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_CONTACT = 200;
    private static final int LONGEST_WORDS = 2000;

    public Said {
        person = held(person, LONGEST_NAME, "objection.person");
        contact = held(contact, LONGEST_CONTACT, "objection.contact");
        words = held(words, LONGEST_WORDS, "objection.words");
    }

    private static String held(String text, int longest, String key) {
        if (text == null || text.isBlank() || text.strip().length() > longest) {
            throw Refusal.invalid(key, longest);
        }
        return text.strip();
    }
}
