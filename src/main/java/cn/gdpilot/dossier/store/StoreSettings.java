package cn.gdpilot.dossier.store;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the files lie, by the settings. */
@Configuration
class StoreSettings {

    @Bean
    Place place(@Value("${pilot.store-folder}") Path folder) {
        return new LocalFolder(folder);
    }
}
