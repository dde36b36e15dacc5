package cn.gdpilot.domain.identity;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gdpilot.domain.text.Refusal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Passwords that somebody who knows this field would try first. */
class PasswordPolicyTest {

    private final PasswordPolicy policy = new PasswordPolicy();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Gdpilot-2026",
                "Guangdong@2026",
                "GongyeHulianwang1",
                "Shifan!!2026",
                "Tuijian_2026_ab",
                "Gu@ngd0ng-2026",
                "2026-Password",
                "P@ssw0rd-2026",
                "Ｇｄｐｉｌｏｔ-2026a"
            })
    @DisplayName("the field's words with digits and signs → refused as made of common words")
    void fieldWords(String password) {
        assertThatThrownBy(() -> policy.check(password, "somebody"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("常用词");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Harbour-Light-5", "Testing-123", "Guangdong-Kapok-7", "xK9#mQ2$vT7!"})
    @DisplayName("four letters or more beside such words, or none of them → taken")
    void others(String password) {
        assertThatCode(() -> policy.check(password, "somebody")).doesNotThrowAnyException();
    }
}
