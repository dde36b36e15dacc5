package cn.gdpilot.domain.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** User names that people would take for others. */
class AccountNameTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dept-44",
                "Dept-44",
                "dept_44",
                "DEPT.44",
                "dept44",
                "dept--44",
                "ｄｅｐｔ－４４",
                "dерt-44",
                "сity-440100",
                "c1ty-440100",
                "centra1-grid",
                "0perator",
                "Security",
                "expert-1",
                "auditor-lead",
                "camunda_admin",
                "administrator",
                "Ministry2",
                "nobody"
            })
    @DisplayName("name like an office's, by case, separator, width, alphabet or digit → seen as one")
    void likeAnOffice(String name) {
        assertThat(new AccountName(name).looksLikeAnOffice()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "91440101MA59UQ1Q2X",
                "applicant-1",
                "cathay.industry",
                "citybus",
                "deptford",
                "expertise",
                "zhang.san@example.org"
            })
    @DisplayName("name of a company or a person → no office's")
    void companies(String name) {
        assertThat(new AccountName(name).looksLikeAnOffice()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"Wang_Fang1,wang-fang1", "wangfangl,wang-fang1", "ωang,ωang", "wаng.fang,wang-fang"})
    @DisplayName("names that differ by case, separator or look-alikes only → taken for each other")
    void alike(String name, String other) {
        assertThat(new AccountName(name).looksLike(other)).isTrue();
    }

    @Test
    @DisplayName("names that differ by a letter → not taken for each other")
    void different() {
        assertThat(new AccountName("wang-fang2").looksLike("wang-fang1")).isFalse();
    }

    @Test
    @DisplayName("null → a name that is not allowed and looks like none")
    void none() {
        AccountName none = new AccountName(null);

        assertThat(none.isAllowed()).isFalse();
        assertThat(none.looksLikeAnOffice()).isFalse();
    }
}
