package cn.gdpilot.domain.material;

import cn.gdpilot.domain.files.scan.FilesToScan;
import org.springframework.stereotype.Component;

/** The files of applications, those left out that are taken away. */
@Component
class MaterialsToScan implements FilesToScan {

    @Override
    public String select() {
        return "select sha256 from material where removed_at is null";
    }
}
