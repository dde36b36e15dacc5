package cn.gdpilot.domain.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.gdpilot.domain.text.ReferenceFiles;
import cn.gdpilot.domain.text.Refusal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Who gets into the pool of experts. */
class ExpertsTest {

    private final SingleConnectionDataSource database =
            new SingleConnectionDataSource("jdbc:h2:mem:" + UUID.randomUUID(), "sa", "", true);
    private final Experts experts = new Experts(JdbcClient.create(database));

    @BeforeEach
    void tables() {
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration", "classpath:db/vendor/h2")
                .load()
                .migrate();
    }

    @AfterEach
    void close() {
        database.destroy();
    }

    @ParameterizedTest(name = "address {0}")
    @ValueSource(
            strings = {
                "专家@example.org",
                "expert@例子.中国",
                "exp\u00e9rt@example.org",
                "expert@localhost",
                "a b@example.org",
                "\"a\"@example.org",
                ""
            })
    @DisplayName("an address that an applicant's contact could not have → refused, nothing entered")
    void strangeAddress(String email) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> experts.enter(expert("zhang-san", email)))
                .withMessageContaining("电子邮箱")
                .withMessageContaining("英文字母");
        assertThat(experts.all()).isEmpty();
    }

    @Test
    @DisplayName("an address as applicants' contacts have it → entered")
    void plainAddress() {
        experts.enter(expert("zhang-san", "zhang.san+pool@mail.example.org"));

        assertThat(experts.find("zhang-san"))
                .get()
                .extracting(Expert::email)
                .isEqualTo("zhang.san+pool@mail.example.org");
    }

    @Test
    @DisplayName("a line of the list that cannot be entered → refused by file and line")
    void lineOfTheList(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("demo-experts.csv"), """
                account,name,employer,city,email,fields,interests
                expert-1,甲,某院,广州市,expert-1@example.org,工厂类,
                专家二,乙,某院,广州市,专家二@example.org,工厂类,
                """);

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> new DemoExperts(experts, new ReferenceFiles(folder)).enter())
                .withMessageContaining("demo-experts.csv 第 3 行");
    }

    private static Expert expert(String account, String email) {
        return new Expert(account, "张三", "某院", null, "广州市", email, "工厂类", "", true);
    }
}
