package cn.gdpilot.desk.application.api;

import cn.gdpilot.domain.material.Material;
import cn.gdpilot.domain.material.MaterialKind;
import cn.gdpilot.domain.material.ResultClass;
import cn.gdpilot.domain.project.Application;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;

/**
 * An application as its applicant's programs see it.
 *
 * @param application what is filled in, and where it stands
 * @param materials   its files
 */
record ApplicationView(@JsonUnwrapped Application application, List<File> materials) {

    /**
     * A file.
     *
     * @param id           key
     * @param kind         what it is
     * @param name         name
     * @param format       by content
     * @param sizeBytes    size
     * @param sha256       hash of its content
     * @param videoSeconds length of a video; null where unknown and for other files
     * @param title        as the applicant calls it; null = by its name
     * @param year         year that an audit report is for; null = not said
     * @param resultClass  class of a related result; null = not said
     */
    record File(
            long id,
            MaterialKind kind,
            String name,
            String format,
            long sizeBytes,
            String sha256,
            Integer videoSeconds,
            String title,
            Integer year,
            ResultClass resultClass) {

        static File of(Material material) {
            return new File(
                    material.id(),
                    material.kind(),
                    material.name(),
                    material.format(),
                    material.sizeBytes(),
                    material.sha256(),
                    material.videoSeconds(),
                    material.title(),
                    material.year(),
                    material.resultClass());
        }
    }
}
