/** A subject of electrophysiology that sessions are made of, with the category it is browsed by. */
export interface Topic {
  name: string;
  category: Category;
}

export const CATEGORIES = [
  'Atrial Fibrillation',
  'Ventricular Arrhythmias',
  'Supraventricular Arrhythmias',
  'Implantable Devices',
  'Pacing and Heart Failure',
  'Sudden Death and Inherited Arrhythmias',
  'Pediatric and Congenital EP',
  'Syncope and Autonomic Disorders',
  'Digital Health and AI',
  'Basic and Translational Science',
  'Practice, Quality, and Policy',
] as const;

export type Category = (typeof CATEGORIES)[number];

const topics = (category: Category, names: readonly string[]): Topic[] =>
  names.map((name) => ({ name, category }));

/** Subjects seen in patients: they suit reviews, cases, rapid-fire talks and questions to experts alike. */
export const CLINICAL_TOPICS: readonly Topic[] = [
  ...topics('Atrial Fibrillation', [
    'Pulsed Field Ablation of Paroxysmal Atrial Fibrillation',
    'Persistent Atrial Fibrillation Beyond the Pulmonary Veins',
    'Posterior Wall Isolation',
    'Left Atrial Appendage Occlusion',
    'Stroke Prevention After Ablation',
    'Early Rhythm Control',
    'Atrial Fibrillation in Heart Failure',
    'Device-Detected Atrial Fibrillation',
    'Atrial Fibrillation in the Older Adult',
    'Risk Factor Modification in Atrial Fibrillation',
    'Hybrid and Surgical Ablation',
    'Postoperative Atrial Fibrillation',
  ]),
  ...topics('Ventricular Arrhythmias', [
    'Scar-Related Ventricular Tachycardia',
    'Premature Ventricular Complexes and Cardiomyopathy',
    'Outflow Tract Arrhythmias',
    'Papillary Muscle Arrhythmias',
    'Electrical Storm',
    'Epicardial Mapping and Ablation',
    'Ventricular Tachycardia in Nonischemic Cardiomyopathy',
    'Stereotactic Arrhythmia Radioablation',
    'Mechanical Support During Ventricular Tachycardia Ablation',
    'Ventricular Arrhythmias in the Athlete',
  ]),
  ...topics('Supraventricular Arrhythmias', [
    'Atypical Atrial Flutter',
    'Accessory Pathways in Unusual Places',
    'Atrioventricular Nodal Reentrant Tachycardia',
    'Focal Atrial Tachycardia',
    'Wide Complex Tachycardia on the 12-Lead ECG',
    'Inappropriate Sinus Tachycardia',
    'Zero-Fluoroscopy Ablation',
  ]),
  ...topics('Implantable Devices', [
    'Leadless Pacing',
    'Extravascular and Subcutaneous Defibrillators',
    'Transvenous Lead Extraction',
    'Cardiac Implantable Device Infection',
    'Defibrillator Programming',
    'Magnetic Resonance Imaging in Device Patients',
    'Perioperative Management of Devices',
    'Device Clinic Workflows',
    'Tricuspid Regurgitation and Device Leads',
    'End-of-Life Decisions in Device Therapy',
  ]),
  ...topics('Pacing and Heart Failure', [
    'Left Bundle Branch Area Pacing',
    'His Bundle Pacing',
    'Nonresponse to Cardiac Resynchronization Therapy',
    'Pacing-Induced Cardiomyopathy',
    'Conduction Disease After Transcatheter Valve Replacement',
    'Remote Hemodynamic Monitoring',
    'Atrioventricular Node Ablation with Conduction System Pacing',
  ]),
  ...topics('Sudden Death and Inherited Arrhythmias', [
    'Long QT Syndrome',
    'Brugada Syndrome',
    'Catecholaminergic Polymorphic Ventricular Tachycardia',
    'Arrhythmogenic Cardiomyopathy',
    'Cardiac Sarcoidosis',
    'Hypertrophic Cardiomyopathy and Sudden Death Risk',
    'Genetic Testing After Cardiac Arrest',
    'Early Repolarization and Idiopathic Ventricular Fibrillation',
  ]),
  ...topics('Pediatric and Congenital EP', [
    'Arrhythmias After the Fontan Operation',
    'Repaired Tetralogy of Fallot',
    'Congenital Complete Heart Block',
    'Device Therapy in the Growing Child',
    'Fetal Arrhythmias',
    'Preexcitation in Children and Adolescents',
  ]),
  ...topics('Syncope and Autonomic Disorders', [
    'Vasovagal Syncope',
    'Postural Orthostatic Tachycardia Syndrome',
    'Cardioneuroablation',
    'Unexplained Syncope and Insertable Monitors',
    'Neuromodulation for Arrhythmia',
  ]),
  ...topics('Digital Health and AI', [
    'Artificial Intelligence for the Electrocardiogram',
    'Consumer Wearables in the Arrhythmia Clinic',
    'Remote Monitoring Alerts',
    'Machine Learning for Ablation Targets',
    'Cybersecurity of Connected Devices',
  ]),
  ...topics('Practice, Quality, and Policy', [
    'Same-Day Discharge After Ablation',
    'Sedation and Anesthesia in the EP Lab',
    'Radiation Safety and Ergonomics',
    'Shared Decision-Making',
    'Disparities in Arrhythmia Care',
    'Vascular Access and Closure',
    'Team-Based Care in Electrophysiology',
  ]),
];

/** Subjects of the laboratory: abstracts, posters and reviews, but neither cases nor bedside questions. */
export const SCIENCE_TOPICS: readonly Topic[] = [
  ...topics('Basic and Translational Science', [
    'Calcium Handling and Triggered Activity',
    'Atrial Fibrosis and Remodeling',
    'Ion Channel Trafficking',
    'Biophysics of Irreversible Electroporation',
    'Induced Pluripotent Stem Cell Models of Arrhythmia',
    'Computational Modeling of Reentry',
    'Autonomic Innervation of the Heart',
    'Gene Therapy for Inherited Arrhythmia',
    'Optical Mapping of Ventricular Fibrillation',
    'Inflammation and Atrial Arrhythmogenesis',
    'Sex Differences in Cardiac Electrophysiology',
    'Metabolism and Mitochondria in Arrhythmia',
  ]),
];

/** Things done with the hands. */
export const PROCEDURES: readonly Topic[] = [
  ...topics('Atrial Fibrillation', [
    'Transseptal Puncture in the Difficult Septum',
    'Mitral Isthmus Ablation with Ethanol in the Vein of Marshall',
    'Pulmonary Vein Isolation with a Pentaspline Catheter',
    'Intracardiac Echocardiography for Appendage Occlusion',
    'Redo Ablation When the Veins Are Isolated',
    'Phrenic Nerve Protection',
  ]),
  ...topics('Ventricular Arrhythmias', [
    'Subxiphoid Epicardial Access',
    'Substrate Mapping in Sinus Rhythm',
    'Bipolar Ablation of Septal Ventricular Tachycardia',
    'Coronary Venous Ethanol Ablation',
    'Mapping Ectopy from the Left Ventricular Summit',
    'Isochronal Late Activation Mapping',
  ]),
  ...topics('Supraventricular Arrhythmias', [
    'Cryoablation near the His Bundle',
    'Entrainment of Atrial Flutter',
    'Pacing Maneuvers in Narrow Complex Tachycardia',
    'Ablation from the Noncoronary Cusp',
  ]),
  ...topics('Implantable Devices', [
    'Axillary Vein Puncture Guided by Ultrasound',
    'Femoral Snaring of a Broken Lead',
    'Leadless Pacemaker Retrieval',
    'Subcutaneous Defibrillator Testing and Pocket Planes',
  ]),
  ...topics('Pacing and Heart Failure', [
    'Proving Left Bundle Capture at Implant',
    'Lead Delivery Deep into the Septum',
    'Upgrading a Right Ventricular Pacing System',
    'Coronary Sinus Access in Difficult Anatomy',
  ]),
];
