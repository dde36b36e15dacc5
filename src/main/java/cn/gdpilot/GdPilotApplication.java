package cn.gdpilot;

import cn.gdpilot.domain.record.VerifyRecord;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts the recommendation of industrial internet pilot projects, engine, web pages and mail included. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class GdPilotApplication {

    public static void main(String[] args) {
        if (args.length > 0 && args[0].equals(VerifyRecord.COMMAND)) {
            System.exit(VerifyRecord.run(args));
        }
        SpringApplication.run(GdPilotApplication.class, args);
    }
}
