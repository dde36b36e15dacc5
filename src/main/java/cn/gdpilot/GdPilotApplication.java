package cn.gdpilot;

import cn.gdpilot.domain.record.VerifyRecord;
import cn.gdpilot.platform.engine.gate.CheckModels;
import cn.gdpilot.platform.engine.parts.ElementTemplatesCommand;
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
        if (args.length > 0 && args[0].equals(CheckModels.COMMAND)) {
            System.exit(CheckModels.run(System.out, args));
        }
        if (args.length > 0 && args[0].equals(ElementTemplatesCommand.COMMAND)) {
            System.exit(ElementTemplatesCommand.run(System.out, args));
        }
        SpringApplication.run(GdPilotApplication.class, args);
    }
}
