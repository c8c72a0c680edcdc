/** Small made-up files in the government's formats: the columns are theirs, the schools are not. */
// @ts-nocheck


export const REGISTER = `\uFEFFURN,LA (code),EstablishmentNumber,EstablishmentName,EstablishmentTypeGroup (name),PhaseOfEducation (name),ReligiousCharacter (name),PercentageFSM,DistrictAdministrative (name),OfstedRating (name)
900001,855,2001,Ash Tree Primary School,Local authority maintained schools,Primary,Does not apply,12,Blaby,Good
900002,855,2002,"Brookside Infant School, Wigston",Academies,Primary,Does not apply,9,Oadby and Wigston,Outstanding
900003,855,2003,Cedar Junior School,Academies,Primary,Church of England,15,Oadby and Wigston,Serious Weaknesses
900004,855,2004,Dale Free School,Free Schools,All-through,None,20,Blaby,
`;

/** The register's full download since 2024: no rating, but ages, numbers and status. */
export const FULL_REGISTER = `"URN","EstablishmentName","TypeOfEstablishment (name)","EstablishmentStatus (name)","PhaseOfEducation (name)","StatutoryLowAge","StatutoryHighAge","NumberOfPupils","OfstedLastInsp","DistrictAdministrative (name)"
"900001","Ash Tree Primary Academy","Academy sponsor led","Open","Primary","4","11","209","14-05-2024","Blaby"
"900005","Elm Nursery and Primary School","Community school","Open","Primary","3","11","240","","Harborough"
"900006","Fern Primary School","Community school","Closed","Primary","4","11","","","Harborough"
`;

const heading =
  'RECTYPE,LEA,ESTAB,URN,SCHNAME,NFTYPE,AGERANGE,TOTPUPS,TELIG,PTRWM_EXP,PTREAD_EXP,PTGPS_EXP,PTMAT_EXP,PTWRITTA_EXP,TELIG_18,PTRWM_EXP_18,TELIG_17,PTRWM_EXP_17';

/** Performance tables of 2018-19: a full row, a small school's, a new school's short row, a special school and totals. */
export const RESULTS = `\uFEFF${heading}
1,855,2001,900001,Ash Tree Primary School,CY,4-11,209,29,66%,76%,72%,79%,79%,30,57%,28,68%
1,855,2003,900003,Cedar Junior School,AC,7-11,40,4,SUPP,SUPP,SUPP,SUPP,SUPP,9,LOWCOV,,
1,855,2007,900007,Gorse New Primary School,F,4-11,NEW
2,855,7001,900008,Hazel Special School,CYS,4-16,80,6,NE,NE,NE,NE,NE,5,NE,5,NE
3,855,,,,,,,7000,65%,73%,78%,79%,78%,,,,
`;

/** The newer attainment file: a row for each school, year, subject and group of pupils. */
export const ATTAINMENT = `time_period,time_identifier,geographic_level,school_urn,school_name,subject,breakdown_topic,breakdown,eligible_pupil_count,expected_standard_pupil_percent
202425,Academic year,School,900001,Ash Tree Primary School,"Reading, writing and maths",All pupils,Total,30,70
202425,Academic year,School,900001,Ash Tree Primary School,Reading,All pupils,Total,30,80
202425,Academic year,School,900001,Ash Tree Primary School,Reading,Sex,Girls,14,85
202324,Academic year,School,900001,Ash Tree Primary School,"Reading, writing and maths",All pupils,Total,29,c
202425,Academic year,National,,,"Reading, writing and maths",All pupils,Total,600000,62
202425,Academic year,School,900003,Cedar Junior School,Maths,All pupils,Total,4,z
`;
