package cn.gdpilot.domain.project;

import cn.gdpilot.domain.text.Refusal;

/**
 * Whom to ask and where letters go.
 *
 * @param name  person
 * @param phone as typed
 * @param email address of one mailbox
 */
public record Contact(String name, String phone, String email) {

    /** As in the columns. */
    private static final int LONGEST_NAME = 100;

    private static final int LONGEST_EMAIL = 200;

    /**
     * A contact with a name, a phone number and an address that a letter can be sent to.
     *
     * @throws Refusal if one of the three is missing, malformed or too long
     */
    public static Contact of(String name, String phone, String email) {
        String person = PlainName.check("contactName", name, LONGEST_NAME);
        if (phone == null || !phone.strip().matches("\\+?[0-9][0-9 ()-]{4,30}")) {
            throw Refusal.invalid("contact.phone");
        }
        return new Contact(person, phone.strip(), mailbox(email));
    }

    /**
     * An address that a letter can be sent to, without surrounding blanks.
     *
     * @throws Refusal if it is missing, malformed or too long
     */
    public static String mailbox(String email) {
        if (email == null || !email.strip().matches("[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9.-]{1,120}\\.[A-Za-z]{2,20}")) {
            throw Refusal.invalid("contact.email");
        }
        if (email.strip().length() > LONGEST_EMAIL) {
            throw Refusal.invalid("contact.email-long", LONGEST_EMAIL);
        }
        return email.strip();
    }
}
