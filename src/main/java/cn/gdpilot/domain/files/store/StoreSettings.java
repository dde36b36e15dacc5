package cn.gdpilot.domain.files.store;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the files lie, by the settings; what is still arriving always lies in the local folder. */
@Configuration
class StoreSettings {

    @Bean
    Place place(@Value("${pilot.store-folder}") Path folder, S3Settings s3) {
        return s3.isConfigured() ? new S3Bucket(s3.client(), s3.bucket()) : new LocalFolder(folder);
    }
}
