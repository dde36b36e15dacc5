package cn.gdpilot.domain.objection;

import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.domain.text.TextLimit;
import cn.gdpilot.domain.text.Words;

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

    public Said {
        person = held(person, TextLimit.PERSON, "objection.person");
        contact = held(contact, TextLimit.CONTACT, "objection.contact");
        words = held(words, TextLimit.GROUNDS, "objection.words");
    }

    private static String held(String text, TextLimit longest, String key) {
        if (Words.none(text) || longest.exceededBy(text.strip())) {
            throw Refusal.invalid(key, longest.length());
        }
        return text.strip();
    }
}
