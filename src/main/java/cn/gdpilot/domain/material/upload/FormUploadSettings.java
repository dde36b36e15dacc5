package cn.gdpilot.domain.material.upload;

import cn.gdpilot.domain.files.store.FileStore;
import jakarta.servlet.MultipartConfigElement;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.web.servlet.MultipartProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Files of forms arrive where all others do: a system's own folder for temporary files is often memory, and is cleared. */
@Configuration
class FormUploadSettings {

    @Bean
    MultipartConfigElement formFiles(MultipartProperties settings, @Value("${pilot.store-folder}") Path folder) {
        settings.setLocation(FileStore.incoming(folder).toAbsolutePath().toString());
        return settings.createMultipartConfig();
    }
}
