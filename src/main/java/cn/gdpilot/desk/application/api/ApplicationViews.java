package cn.gdpilot.desk.application.api;

import cn.gdpilot.domain.material.Materials;
import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.Applications;
import java.util.List;
import org.springframework.stereotype.Component;

/** Reads an application as the API shows it. */
@Component
class ApplicationViews {

    private final Applications applications;
    private final Materials materials;

    ApplicationViews(Applications applications, Materials materials) {
        this.applications = applications;
        this.materials = materials;
    }

    ApplicationView of(String id) {
        Application application = applications.get(id);
        List<ApplicationView.File> files =
                materials.of(id).stream().map(ApplicationView.File::of).toList();
        return new ApplicationView(application, files);
    }
}
