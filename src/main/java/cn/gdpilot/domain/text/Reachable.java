package cn.gdpilot.domain.text;

/** How mail addresses and telephone numbers are written, for persons and offices alike. */
public final class Reachable {

    private static final String EMAIL = "[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9.-]{1,120}\\.[A-Za-z]{2,20}";
    private static final String PHONE = "\\+?[0-9][0-9 ()-]{4,30}";

    private Reachable() {}

    /**
     * An address that a letter can be sent to, without surrounding blanks.
     *
     * @throws Refusal if it is missing, malformed or too long
     */
    public static String mailbox(String email) {
        if (email == null || !email.strip().matches(EMAIL)) {
            throw Refusal.invalid("contact.email");
        }
        if (TextLimit.CONTACT.exceededBy(email.strip())) {
            throw Refusal.invalid("contact.email-long", TextLimit.CONTACT.length());
        }
        return email.strip();
    }

    /**
     * A telephone number as typed, without surrounding blanks.
     *
     * @throws Refusal if it is missing or malformed
     */
    public static String phone(String phone) {
        if (phone == null || !phone.strip().matches(PHONE)) {
            throw Refusal.invalid("contact.phone");
        }
        return phone.strip();
    }
}
