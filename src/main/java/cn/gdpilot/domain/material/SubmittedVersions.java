package cn.gdpilot.domain.material;

import cn.gdpilot.domain.project.Application;
import cn.gdpilot.domain.project.Applications;
import cn.gdpilot.domain.text.Refusal;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** The versions of an application that were handed in; a draft between two of them is nobody else's business. */
@Component
public class SubmittedVersions {

    private final Applications applications;

    SubmittedVersions(Applications applications) {
        this.applications = applications;
    }

    /**
     * One version; the first has number 1.
     *
     * @throws Refusal if there is none of that number
     */
    public SubmittedVersion get(Application application, int version) {
        return applications
                .submitted(application.id(), version)
                .map(SubmittedVersion::of)
                .orElseThrow(() -> Refusal.notFound("version.unknown"));
    }

    /** A file that was handed in with any version, the newest first; files of a draft are not among them. */
    public Optional<Material> material(Application application, long id) {
        return IntStream.iterate(application.submissions(), version -> version > 0, version -> version - 1)
                .mapToObj(version -> get(application, version))
                .flatMap(version -> version.materials().stream())
                .filter(material -> material.id() == id)
                .findFirst();
    }
}
