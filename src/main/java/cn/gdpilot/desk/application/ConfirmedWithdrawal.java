package cn.gdpilot.desk.application;

import cn.gdpilot.domain.text.Refusal;
import cn.gdpilot.domain.text.TextLimit;
import cn.gdpilot.domain.text.Words;
import java.text.Normalizer;
import java.util.Objects;

/**
 * The form of the withdrawal page. It asks for the project's name, because a withdrawal is final and one click must not do it.
 *
 * @param projectName as typed; may be null
 * @param reason      in words; may be null
 */
public record ConfirmedWithdrawal(String projectName, String reason) {

    /**
     * Checks the form against the project. Width of characters and blanks make no difference to the name.
     *
     * @param expectedName the project's name
     * @throws Refusal if the name is another one, or the reason is missing or longer than 500 characters
     */
    void hold(String expectedName) {
        if (!plain(projectName).equals(plain(expectedName))) {
            throw Refusal.invalid("withdrawal.name", expectedName);
        }
        if (Words.none(reason)) {
            throw Refusal.invalid("withdrawal.reason");
        }
        holdLength(reason);
    }

    /**
     * Checks the length alone: a program may leave the reason out.
     *
     * @param reason in words; may be null
     * @throws Refusal if it is longer than 500 characters
     */
    static void holdLength(String reason) {
        if (TextLimit.REASON.exceededBy(Objects.requireNonNullElse(reason, "").strip())) {
            throw Refusal.invalid("withdrawal.reason-long", TextLimit.REASON.length());
        }
    }

    private static String plain(String name) {
        return Normalizer.normalize(Objects.requireNonNullElse(name, ""), Normalizer.Form.NFKC)
                .replaceAll("[\\s\\p{Z}\\p{Cf}]+", "");
    }
}
