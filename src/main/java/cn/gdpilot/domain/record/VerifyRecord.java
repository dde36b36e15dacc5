package cn.gdpilot.domain.record;

import cn.gdpilot.domain.text.Texts;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

/** The command {@code verify-record}: checks the record of the configured database without starting the application. */
@ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    TransactionAutoConfiguration.class
})
@Import({RecordSeal.class, RecordCheck.class})
public final class VerifyRecord {

    /** First argument of the command line that asks for it. */
    public static final String COMMAND = "verify-record";

    /**
     * Checks and prints what was found.
     *
     * @param args settings, as for a start
     * @return exit code: 0 if the record is whole, 1 if not
     */
    public static int run(String... args) {
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(VerifyRecord.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .run(args)) {
            RecordCheck.Result result = context.getBean(RecordCheck.class).run();
            if (result.findings().isEmpty()) {
                System.out.println(Texts.of("record.whole", String.valueOf(result.lines()), result.hash()));
                return 0;
            }
            result.findings().forEach(System.out::println);
            return 1;
        }
    }
}
