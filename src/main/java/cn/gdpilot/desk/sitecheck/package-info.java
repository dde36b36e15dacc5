/** An officer notes what a site visit or legal check found before projects are ranked (process {@code site-check}). */
package cn.gdpilot.desk.sitecheck;
